// Names in order of how many people bear them, Indian, Chinese. The law under each list gives how
// many of a million people bear the name of that rank; ranks between are interpolated. What the
// list leaves of the million are rare names, composed of the stems and endings. "_" stands for a
// space.
#include "generator/tables/names.hpp"

namespace galena::examples::generator {

const NameTable kIndianNames{
    "hi",
    {"Kumar Singh Sharma Patel Khan Das Gupta Reddy Shah Yadav Verma Jain Rao Mishra Mehta "
     "Joshi Nair Pandey Iyer Agarwal Banerjee Mukherjee Chatterjee Ghosh Roy Bose Dutta Sen "
     "Chakraborty Desai Kulkarni Patil Shinde Jadhav Pawar Deshmukh Deshpande Naidu Raj "
     "Krishnan Menon Pillai Thomas Mathew George Varghese Joseph Jacob Prasad Sinha Srivastava "
     "Tiwari Dubey Trivedi Chauhan Rathore Thakur Malhotra Kapoor Khanna Chopra Arora Bhatia "
     "Sethi Anand Ahuja Bajaj Bansal Garg Goel Mittal Goyal Singhal Saxena Mathur Bhardwaj Kaur "
     "Gill Sidhu Dhillon Sandhu Grewal Ahmed Ali Hussain Ansari Shaikh Siddiqui Mohammed "
     "Subramanian Venkatesh Raman Ramachandran Srinivasan Natarajan Balakrishnan Murthy Gowda "
     "Shetty Hegde Bhat Kamath Pai Rana Negi Rawat Bisht Bhatt Dave Vyas Parikh Modi Gandhi "
     "Parekh Doshi Sheth Solanki Parmar Makwana Chaudhary Choudhury Mondal Biswas Saha Paul Dey "
     "Nath Sarkar Barua Mahanta Behera Sahoo Mohanty Panda Nayak Swain Jha Thapa Gurung Lal "
     "Chand Chandra Bhattacharya Ganguly Kohli Walia Suri Tandon Grover Vohra",
     "1:34000 2:31000 3:24000 10:9500 30:4200 80:1500 150:520"},
    {"Rajesh Amit Sanjay Rahul Suresh Vijay Anil Sunil Ravi Manoj Ashok Ajay Deepak Rakesh "
     "Ramesh Mukesh Vinod Santosh Arun Prakash Mahesh Dinesh Sandeep Pankaj Manish Rohit Vikas "
     "Abhishek Ankit Nitin Sachin Raj Gaurav Vivek Vishal Naveen Prashant Pradeep Praveen Kiran "
     "Ganesh Kishore Mohan Gopal Krishna Karthik Arjun Aditya Akash Anand Anurag Ashish Ashwin "
     "Balaji Bharat Chandan Chetan Dev Dhruv Girish Harish Hemant Imran Irfan Jagdish Jitendra "
     "Kamal Karan Kunal Lokesh Madhav Mayank Mohammed Mohit Murali Nandan Narayan Naresh Neeraj "
     "Nikhil Nilesh Omkar Parth Piyush Prasad Pratik Raghav Rajat Rajiv Rajeev Rakshit Ram "
     "Ranjit Rishi Ritesh Sameer Satish Shankar Shashi Shiv Shyam Siddharth Srinivas Subhash "
     "Sudhir Sumit Sushil Tarun Tushar Uday Umesh Varun Venkat Vikram Vinay Vineet Vipin Yash "
     "Yogesh Salman Farhan Asif",
     "1:17000 3:14000 10:11000 30:7800 60:4800 100:2200 130:900"},
    {"Priya Pooja Neha Anjali Sunita Kavita Anita Deepa Swati Sneha Nisha Shweta Divya Rekha "
     "Meena Geeta Lakshmi Aarti Asha Jyoti Kiran Manisha Meera Nandini Nidhi Pallavi Preeti "
     "Rashmi Ritu Sangeeta Sapna Sarita Seema Shilpa Shruti Smita Sonia Suman Sushma Usha "
     "Vandana Vidya Aishwarya Akanksha Amrita Ananya Ankita Aparna Archana Bhavna Chitra "
     "Deepika Gayatri Harini Ishita Jaya Kalpana Kajal Komal Lata Madhuri Mamta Megha Monika "
     "Mridula Namrata Nikita Padma Payal Poonam Prachi Pratibha Radha Ranjana Renu Rina Rupali "
     "Sakshi Sandhya Savita Shalini Sheetal Shobha Simran Sonal Sudha Supriya Tanvi Tara Trupti "
     "Uma Urmila Vaishali Varsha Veena Yamini Zara Fatima Ayesha",
     "1:15000 3:13000 10:10500 30:7500 60:4500 100:2000"},
    "Abh Adh Agn Amb Anj Bal Bhar Bhag Bras Chak Chand Dam Dev Dhan Gan Gov Har Ind Jag Jay Kal "
    "Kan Kesh Kris Laks Lok Mad Mah Man Mit Moh Muk Nag Nar Nil Pad Par Pras Purush Rag Raj Ram "
    "Rang Sad Sam San Sant Shan Shiv Sid Som Sub Sud Sur Tal Tri Tul Vas Venk Vid Vish Yash",
    "kar wal ani aran endra eshwaran gaonkar harkar ikar inathan krishnan kumar lani mani maran "
    "murthy nathan pati pathak raj rajan raman swamy siva thi vani vardhan want warlu esan appa "
    "anna"};

const NameTable kChineseNames{
    "zh",
    {"Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng "
     "Liang Xie Song Tang Feng Deng Cao Peng Zeng Xiao Tian Dong Yuan Pan Yu Jiang Cai Du Ye "
     "Cheng Su Wei Lü Ding Ren Shen Yao Lu Cui Tan Liao Fan Jin Jia Xia Fu Fang Bai Zou Meng "
     "Xiong Qin Qiu Hou Yin Xue Yan Lei Long Shi Tao Hao Gu Mao Wan Qian Dai Mo Kong Xiang "
     "Chang Wen Kang Shao Hong Ge Ni Nie Gong Pang Zhuang Ruan Geng Bi Niu Shu Ouyang Zhai Lan "
     "An Ji Chu Mu Ning Qi Bao Zuo Luan Ou Hua Sheng Miao Yue Rao Sima Zong Zhan Cen Situ",
     "1:72000 2:71000 3:67000 4:53000 5:45000 6:31000 10:20500 15:13500 25:8800 40:4800 60:2800 "
     "100:1100 125:600"},
    {"Wei Qiang Lei Jun Yong Jie Tao Ming Chao Peng Hao Bin Gang Ping Hui Bo Jian Liang Feng "
     "Xin Long Yang Kai Hua Fei Yi Yu Dong Rui Xiang Guang Cheng Lin Zhen Shan Xu Ning Chen "
     "Hong Hai Jing Zhi Kun Rong Nan",
     "1:9000 10:6500 30:4500 60:2500"},
    {"Fang Na Min Jing Li Yan Xiu Juan Xia Ping Hong Yu Ling Hui Mei Lan Jie Yun Ting Dan Xin "
     "Ying Xue Hua Qian Rui Yue Meng Jia Lu Shan Wen Zhen Qin Yuan Fen Lei Xiao Shuang Ning Man "
     "Yi Qing Yao Ai",
     "1:9000 10:6500 30:4500 60:2500"},
    "",
    ""};

}  // namespace galena::examples::generator
